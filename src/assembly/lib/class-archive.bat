@echo off
rem Makes the archive of classes that bin\fastsam.bat starts with, from that script's variables ARCHIVE, KIND,
rem JAVA, CLASS_PATH and NATIVE. Whatever is in the way, there is none then, and nothing is said.
setlocal EnableExtensions DisableDelayedExpansion
for %%a in ("%ARCHIVE%") do set "FOLDER=%%~dpa."
set "WORK=%TEMP%\fastsam-classes"
set "NEW=%ARCHIVE%.%RANDOM%"

rem NB: at most one of a user at a time; of one that was killed the folder stays for a day.
if exist "%WORK%" goto other
md "%WORK%"
set OPTIONS=-Xss2m -Djava.awt.headless=true %NATIVE% %FASTSAM_JAVA_OPTS% -cp "%CLASS_PATH%"
set REHEARSAL=sc.fiji.fastsam.cli.Rehearsal "%FOLDER%" "%WORK%\results"
if %KIND%==jsa goto jsa
"%JAVA%" %OPTIONS% -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTMode=record -XX:AOTConfiguration="%WORK%\classes.lst" %REHEARSAL%
if errorlevel 1 goto end
"%JAVA%" %OPTIONS% -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTMode=create -XX:AOTConfiguration="%WORK%\classes.lst" -XX:AOTCache="%NEW%"
if errorlevel 1 goto end
goto move
:jsa
"%JAVA%" %OPTIONS% -XX:+UseSerialGC -Xshare:off -XX:DumpLoadedClassList="%WORK%\classes.lst" %REHEARSAL%
if errorlevel 1 goto end
rem NB: this collector lays out objects as every other can load them; the serial one does not.
"%JAVA%" %OPTIONS% -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="%WORK%\classes.lst" -XX:SharedArchiveFile="%NEW%"
if errorlevel 1 goto end
:move
move /y "%NEW%" "%ARCHIVE%"
:end
if exist "%NEW%" del /q "%NEW%"
rd /s /q "%WORK%"
exit /b

:other
forfiles /p "%TEMP%" /m fastsam-classes /d -1 /c "cmd /c rd /s /q @path"
exit /b 1
