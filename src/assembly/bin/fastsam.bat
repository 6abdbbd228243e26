@echo off
rem Runs the command line. Java: JAVA_HOME's or the path's. Further options for it: FASTSAM_JAVA_OPTS.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC -XX:-UsePerfData -Xss2m --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true %FASTSAM_JAVA_OPTS% -cp "%HOME_DIR%\plugins\*;%HOME_DIR%\plugins\jars\*;%HOME_DIR%\lib\*" sc.fiji.fastsam.cli.Main %*
exit /b %ERRORLEVEL%
