@echo off
rem Runs the command line. Java: JAVA_HOME's or the path's. Further options for it: FASTSAM_JAVA_OPTS.
setlocal EnableExtensions DisableDelayedExpansion

for %%i in ("%~dp0..") do set "HOME_DIR=%%~fi"
set "JAVA="
for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto found
echo fastsam: no Java at "%JAVA%". Install Java 17 or newer, or set JAVA_HOME.>&2
exit /b 3
:found

rem The version that this Java's file "release" states; none where there is no such file.
set "VERSION="
for %%j in ("%JAVA%") do set "RELEASE=%%~dpj..\release"
if exist "%RELEASE%" for /f "usebackq tokens=1,2 delims==" %%a in ("%RELEASE%") do if "%%a"=="JAVA_VERSION" set VERSION=%%b
if defined VERSION set VERSION=%VERSION:"=%
set "MAJOR=99"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"

rem Before 22, Java allows native libraries anyway, and starts slower when told to.
set "NATIVE=--enable-native-access=ALL-UNNAMED"
if %MAJOR% lss 22 set "NATIVE="

rem The network takes nearly all of the time, so the quick compiler is enough; other commands compute in Java.
set "COMPILER=-XX:TieredStopAtLevel=1"
for %%c in (evaluate report) do if "%~1"=="%%c" set "COMPILER="

rem The classes of a run as this Java keeps them in memory (class data sharing), as bin/fastsam has them. Java
rem compares the archive with the jars; where it does not fit, the run removes it and the next makes another.
rem NB: always in the user's own folder, not in FASTSAM_CACHE: into others, other users may be able to put files.
set "CLASS_PATH=%HOME_DIR%\plugins\*;%HOME_DIR%\plugins\jars\*;%HOME_DIR%\lib\*"
set "SHARING="
if not defined VERSION goto run
if not defined LOCALAPPDATA goto run
if "%FASTSAM_ARCHIVE%"=="off" goto run
set "KIND=jsa"
if %MAJOR% geq 25 set "KIND=aot"
set "ARCHIVE=%LOCALAPPDATA%\fastsam\classes\%HOME_DIR::=%\java-%VERSION%.%KIND%"
if exist "%ARCHIVE%" goto share
if "%FASTSAM_ARCHIVE%"=="now" (
    cmd /d /c call "%HOME_DIR%\lib\class-archive.bat" >nul 2>&1 <nul
) else (
    start "" /b /low cmd /d /c call "%HOME_DIR%\lib\class-archive.bat" >nul 2>&1 <nul
)
goto run
:share
set "SHARING=-XX:SharedArchiveFile"
if %KIND%==aot set "SHARING=-XX:AOTCache"
set SHARING=-Xlog:disable %SHARING%="%ARCHIVE%" -Dfastsam.classes="%ARCHIVE%"

rem NB: the serial collector starts fastest and keeps the process small; the network has its own threads.
:run
"%JAVA%" -XX:+UseSerialGC -XX:-UsePerfData -Xss2m %NATIVE% %COMPILER% %SHARING% -Djava.awt.headless=true %FASTSAM_JAVA_OPTS% -cp "%CLASS_PATH%" sc.fiji.fastsam.cli.Main %*
exit /b %ERRORLEVEL%
