package gradus.grader.sandbox;

import gradus.catalogue.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to run in the sandbox.
 *
 * @param command of a Java process
 * @param environment all variables that it finds, besides a few harmless ones
 * @param readable files and folders that it may read, besides the JDK and the system's libraries
 * @param mounted folders that it may read and finds at another place, by that place, which must be below /tmp
 * @param loopback whether it may talk to itself over the Internet's protocols
 */
public record Program(
        List<String> command,
        Map<String, String> environment,
        List<Path> readable,
        Map<Path, Path> mounted,
        boolean loopback,
        Limits limits) {}
