package gradus.grader.worker;

import gradus.catalogue.Limits;
import gradus.catalogue.Room;
import gradus.grader.sandbox.Confinement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a room gives its workers.
 *
 * @param limits time and memory
 * @param jvm flags of the JVM, which begin with a hyphen, and environment variables as {@code NAME=value}
 * @param libraries jars that the learner may use beyond the kit
 * @param device where DJL's engine computes; in a sandbox always the CPU
 * @param loopback whether a process may talk to itself over the Internet's protocols; not limited outside of a sandbox
 * @param confinement how the process is kept from the machine
 */
public record Equipment(
        Limits limits,
        List<String> jvm,
        List<Path> libraries,
        Device device,
        boolean loopback,
        Confinement confinement) {
    /** Equipment without flags and libraries. */
    public static Equipment plain(Limits limits) {
        return new Equipment(limits, List.of(), List.of(), Device.AUTO, false, Confinement.PLAIN);
    }

    /** What a room asks for, without a sandbox. */
    public static Equipment of(Room room, List<Path> libraries, Device device) {
        return new Equipment(
                room.limits(), room.jvm(), libraries, device, room.grants().contains("loopback"), Confinement.PLAIN);
    }

    public Equipment confined(Confinement other) {
        return new Equipment(limits, jvm, libraries, device, loopback, other);
    }

    boolean isConfined() {
        return confinement == Confinement.SANDBOXED;
    }

    public Equipment with(Limits other) {
        return new Equipment(other, jvm, libraries, device, loopback, confinement);
    }

    /** Jars and folders that a learner's code may use: exactly the class path of the worker. */
    public List<Path> classPath() {
        List<Path> all = new ArrayList<>(WorkerProcess.CLASS_PATH);
        all.addAll(libraries);
        return all;
    }

    /** Flags of the JVM. */
    public List<String> flags() {
        return jvm.stream().filter(entry -> entry.startsWith("-")).toList();
    }

    /** Variables that the process finds, the device's among them. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String entry : jvm) {
            int equals = entry.indexOf('=');
            if (!entry.startsWith("-") && equals > 0) {
                environment.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        environment.putAll((isConfined() ? Device.CPU : device).environment());
        return environment;
    }
}
