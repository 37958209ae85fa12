@echo off
rem Starts Gradus in Windows, as the script gradus does elsewhere: finds a JDK, builds the lab if its sources changed
rem since the last build, runs the command line. The sources of the last build are in .gradus\built: time to the minute,
rem size and name of each. Paths are printed between quotes, so that an ampersand in them does no harm. Variables have
rem other names than there, because Windows takes home for HOME.
setlocal DisableDelayedExpansion
set "lab=%~dp0"
set "lab=%lab:~0,-1%"
set "state=%lab%\.gradus"
set "target=%lab%\modules\cli\target"

call :find_java || exit /b 70
if exist "%lab%\pack.yaml" goto built
call :is_built || call :build || exit /b 70

:built
set "classes=%target%\cli.jar;%target%\lib\*"
set "main=gradus.cli.Main"
set "tiers=1"
rem What a teacher made for learners is built, and its lab says itself which commands it does not hold.
if exist "%lab%\pack.yaml" goto start
if /i "%~1"=="open" goto pages
if /i "%~1"=="class" goto class
if /i "%~1 %~2"=="notebook install" call :kernel || exit /b 70
if /i not "%~1 %~2"=="notebook kernel" goto start
call :kernel || exit /b 70
set "classes=%classes%;%lab%\modules\jupyter\target\jupyter.jar;%lab%\modules\jupyter\target\lib\*"
set "main=gradus.jupyter.kernel.Main"
set "tiers=4"
goto start

:class
call :extra classroom "The class runs" "Building the class runs (first time: half a minute, and 4 MB of downloads)" || exit /b 70
set "classes=%classes%;%lab%\modules\classroom\target\classroom.jar;%lab%\modules\classroom\target\lib\*"
if /i not "%~2"=="serve" goto start

:pages
call :extra web "The pages" "Building the pages (first time: half a minute, and 17 MB of downloads)" || exit /b 70
set "classes=%classes%;%lab%\modules\web\target\web.jar;%lab%\modules\web\target\lib\*"

:start

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
set "encoding=-Dstd"
if %major% LSS 18 set "encoding=-Dsun.std"
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
"%jdk%\bin\java.exe" ^
    -XX:+UseSerialGC -XX:TieredStopAtLevel=%tiers% -XX:-UsePerfData -XX:+DisableAttachMechanism -Xshare:auto -XX:+IgnoreUnrecognizedVMOptions ^
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
    -Dfile.encoding=UTF-8 %encoding%out.encoding=UTF-8 %encoding%err.encoding=UTF-8 ^
    -Djava.awt.headless=true -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=error ^
    "-Dgradus.home=%lab%" -Dgradus.command=.\gradus ^
    -cp "%classes%" %main% %*
set "code=%errorlevel%"
chcp %codepage% >nul
exit /b %code%


rem --- Java: sets jdk and major ---------------------------------------------------------------------------------

:find_java
set "jdk=%JAVA_HOME%"
if not defined jdk goto java_on_path
if exist "%jdk%\bin\java.exe" goto java_version
>&2 echo JAVA_HOME is "%jdk%", and there is no bin\java.exe in it. Correct it, or unset it to use the java on PATH.
exit /b 1

:java_on_path
set "java="
for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto no_java
for %%j in ("%java%") do set "jdk=%%~dpj.."
for %%h in ("%jdk%") do set "jdk=%%~fh"
if exist "%jdk%\release" goto java_version
rem This java only starts another one, which has to be asked where it stands.
set "jdk="
for /f "tokens=1,* delims==" %%a in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do set "jdk=%%b"
if not defined jdk goto no_java
set "jdk=%jdk:~1%"

:java_version
set "version=unknown"
set "major=0"
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%jdk%\release" 2^>nul') do set "version=%%~v"
for /f "delims=.-+_" %%m in ("%version%") do set /a "major=%%m" 2>nul
if %major% LSS 17 goto old_java
if exist "%jdk%\bin\javac.exe" exit /b 0
>&2 echo Gradus needs a JDK 17 or newer, but "%jdk%" is Java %version% without its compiler, bin\javac.exe.
goto get_java

:old_java
>&2 echo Gradus needs a JDK 17 or newer, but "%jdk%" is Java %version%.
goto get_java

:no_java
>&2 echo Gradus needs a JDK 17 or newer, but there is no java on PATH, and JAVA_HOME is not set.

:get_java
>&2 echo Install a JDK: winget install EclipseAdoptium.Temurin.21.JDK
>&2 echo If another Java comes first, let JAVA_HOME name its folder.
exit /b 1


rem --- Maven: sets mvn ------------------------------------------------------------------------------------------------

:find_maven
set "mvn="
for %%m in (mvn.cmd) do set "mvn=%%~$PATH:m"
if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" set "mvn=%MAVEN_HOME%\bin\mvn.cmd"
if not defined mvn if defined M2_HOME if exist "%M2_HOME%\bin\mvn.cmd" set "mvn=%M2_HOME%\bin\mvn.cmd"
if not defined mvn goto no_maven
set "version=unknown"
set "number=0"
for /f "tokens=3" %%v in ('call "%mvn%" -version 2^>nul ^| findstr /c:"Apache Maven"') do set "version=%%v"
for /f "tokens=1,2 delims=.-" %%a in ("%version%") do set /a "number=%%a * 100 + %%b" 2>nul
if %number% GEQ 308 exit /b 0
>&2 echo Gradus has to be built with Maven 3.8 or newer, but "%mvn%" is Maven %version%.
goto get_maven

:no_maven
>&2 echo Gradus has to be built with Maven 3.8 or newer, but there is no mvn on PATH, and MAVEN_HOME does not name one.

:get_maven
>&2 echo Unpack one from https://maven.apache.org/download.html and let MAVEN_HOME name its folder.
exit /b 1


rem --- Is what is built what the sources say? -------------------------------------------------------------------------

:is_built
if not exist "%target%\cli.jar" exit /b 1
if not exist "%target%\lib" exit /b 1
if not exist "%state%\built" exit /b 1
set "now=%TEMP%\gradus-%RANDOM%%RANDOM%.txt"
call :sources >"%now%"
fc /b "%state%\built" "%now%" >nul
set "differs=%errorlevel%"
del "%now%"
exit /b %differs%

:sources
pushd "%lab%"
for %%f in (pom.xml) do echo %%~tf %%~zf %%f
for /d %%m in (modules\*) do for %%f in ("%%m\pom.xml") do echo %%~tf %%~zf %%~f
for /d %%m in (modules\*) do call :files "%%m\src\main"
call :files datasets
popd
exit /b 0

:files
if not exist "%~1" exit /b 0
pushd "%~1"
for /r %%f in (*) do echo %%~tf %%~zf %%f
popd
exit /b 0


rem --- Building -------------------------------------------------------------------------------------------------------

:build
if not exist "%state%" md "%state%" 2>nul
md "%state%\lock" 2>nul
if not errorlevel 1 goto locked
if not exist "%state%\lock" goto not_writable
>&2 echo Another gradus builds the lab. If none does, because it was stopped, remove the folder "%state%\lock".
exit /b 1

:not_writable
>&2 echo Gradus has to be built, but nothing can be written in "%state%": you may not, or the disk is full.
exit /b 1

:locked
set "JAVA_HOME=%jdk%"
call :find_maven || goto unlock_failed
>&2 echo Building Gradus (first time: a minute or two, mostly downloads)
set "modules=modules/cli,modules/djl"
if exist "%lab%\modules\jupyter\target\jupyter.jar" set "modules=%modules%,modules/jupyter"
if exist "%lab%\modules\web\target\web.jar" set "modules=%modules%,modules/web"
if exist "%lab%\modules\classroom\target\classroom.jar" set "modules=%modules%,modules/classroom"
rem Half a build must not pass for a whole one; removed classes and replaced libraries must not stay.
if exist "%state%\built" del "%state%\built"
for /d %%m in ("%lab%\modules\*") do (
    if exist "%%m\target\classes" rd /s /q "%%m\target\classes"
    if exist "%%m\target\*.jar" del /q "%%m\target\*.jar"
)
if exist "%target%\lib" rd /s /q "%target%\lib"
call :sources >"%state%\next"
pushd "%lab%"
call "%mvn%" -B -ntp -Dstyle.color=never -Dquick -Dmaven.test.skip=true -pl %modules% -am install <nul >"%state%\build.log" 2>&1
set "code=%errorlevel%"
popd
if not "%code%"=="0" goto failed
move /y "%state%\next" "%state%\built" >nul
rd "%state%\lock"
exit /b 0

:kernel
call :extra jupyter "The notebook kernel" "Building the notebook kernel (first time: half a minute, and 2 MB of downloads)"
exit /b %errorlevel%

rem The notebook kernel, the pages and the class runs have libraries of their own, so each is built when it is first wanted.
:extra
if exist "%lab%\modules\%~1\target\%~1.jar" exit /b 0
call :find_maven || exit /b 1
>&2 echo %~3
setlocal
set "JAVA_HOME=%jdk%"
pushd "%lab%"
call "%mvn%" -B -ntp -Dstyle.color=never -Dquick -Dmaven.test.skip=true -pl modules/%~1 -am install <nul >"%state%\build.log" 2>&1
set "code=%errorlevel%"
popd
endlocal & set "code=%code%"
if "%code%"=="0" exit /b 0
>&2 echo %~2 could not be built:
findstr /b /c:"[ERROR]" "%state%\build.log" >&2
>&2 echo All that Maven said is in "%state%\build.log"
exit /b 1

:failed
>&2 echo Gradus could not be built:
findstr /b /c:"[ERROR]" "%state%\build.log" >&2
findstr /c:"Could not transfer" /c:"Unknown host" "%state%\build.log" >nul || goto failed_log
>&2 echo The first build needs the network, because Maven downloads libraries. Behind a proxy, name it in the
>&2 echo settings.xml of Maven: https://maven.apache.org/guides/mini/guide-proxies.html
:failed_log
>&2 echo All that Maven said is in "%state%\build.log"

:unlock_failed
rd "%state%\lock"
exit /b 1
