package gradus.grader.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds where members are declared, whatever class a call names as their owner. */
final class Hierarchy {
    /** Classes of the JDK, the lab and its libraries, none of which changes while this JVM runs. */
    private static final Map<String, Shape> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Shape> own = new HashMap<>();
    private final ClassLoader known;

    /**
     * @param own class files of rooms by binary name
     * @param known finds the class files of everything else; loads nothing
     */
    Hierarchy(Map<String, byte[]> own, ClassLoader known) {
        own.forEach((name, bytes) -> this.own.put(name.replace('.', '/'), Shape.of(bytes)));
        this.known = known;
    }

    boolean isOwn(String type) {
        return own.containsKey(type);
    }

    Optional<Shape> shape(String type) {
        Shape shape = own.getOrDefault(type, KNOWN.get(type));
        if (shape != null) {
            return Optional.of(shape);
        }
        try (InputStream in = open(type + ".class")) {
            if (in == null) {
                return Optional.empty();
            }
            Shape read = Shape.of(in.readAllBytes());
            KNOWN.put(type, read);
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What nearly every class needs stands in java.base, which answers at once; a loader asks around first. */
    private @Nullable InputStream open(String file) throws IOException {
        InputStream in = Object.class.getModule().getResourceAsStream(file);
        return in != null ? in : known.getResourceAsStream(file);
    }

    /** @param folder a package with slashes, one at its end */
    boolean hasPackage(String folder) {
        return ModuleLayer.boot().modules().stream()
                        .anyMatch(module -> module.getPackages()
                                .contains(
                                        folder.substring(0, folder.length() - 1).replace('/', '.')))
                || own.keySet().stream().anyMatch(type -> type.startsWith(folder))
                || known.getResource(folder) != null;
    }

    /**
     * The declarations that a call or access can mean: the one that the nearest superclass has, or else all that
     * interfaces have.
     */
    List<Member> declarations(Member called) {
        if (called.owner().startsWith("[")) {
            return List.of(called.in("java/lang/Object"));
        }
        Set<String> seen = new HashSet<>();
        for (Optional<String> type = Optional.of(called.owner());
                type.isPresent() && seen.add(type.get());
                type = type.flatMap(this::shape).flatMap(shape -> Optional.ofNullable(shape.parent()))) {
            if (declares(type.get(), called)) {
                return List.of(called.in(type.get()));
            }
        }
        List<Member> found = new ArrayList<>();
        for (String type : supertypes(called.owner())) {
            if (declares(type, called)) {
                found.add(called.in(type));
            }
        }
        return found;
    }

    private boolean declares(String type, Member member) {
        return shape(type)
                .filter(shape -> shape.members().contains(member.in(type)))
                .isPresent();
    }

    /** A type and all classes and interfaces above it. */
    Set<String> supertypes(String type) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (all.add(next)) {
                shape(next).ifPresent(shape -> {
                    Optional.ofNullable(shape.parent()).ifPresent(open::add);
                    open.addAll(shape.interfaces());
                });
            }
        }
        return all;
    }
}
