package gradus.grader.room;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Class files of classes that a notebook compiled, as if they had been compiled from files of a room. JShell compiles a
 * class of a cell as a member of a class of its own, {@code REPL.$JShell$12$Pca}; here it stands alone again. Lines are
 * left out, since they count the lines of what JShell put around the cell.
 */
public final class CellClasses {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD_HANDLE = 15;

    private CellClasses() {}

    /**
     * @param names the wanted name of each outer class by the name that it has, both binary
     * @param classFile finds a class file by the binary name that it has, or null
     */
    public static Map<String, byte[]> of(Map<String, String> names, Function<String, byte @Nullable []> classFile) {
        Map<String, byte[]> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(names.keySet());
        while (!open.isEmpty()) {
            String name = open.remove();
            byte[] bytes = found.containsKey(name) ? null : classFile.apply(name);
            if (bytes != null) {
                found.put(name, bytes);
                open.addAll(membersOf(bytes, names.keySet()));
            }
        }
        Map<String, byte[]> renamed = new TreeMap<>();
        found.forEach((name, bytes) -> renamed.put(rename(name, names, '.'), renamed(bytes, names)));
        Map<String, byte[]> standing = new TreeMap<>();
        renamed.forEach((name, bytes) -> standing.put(name, standing(bytes, names, renamed.keySet())));
        return standing;
    }

    private static Set<String> membersOf(byte[] bytes, Set<String> outer) {
        Set<String> members = new TreeSet<>();
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitInnerClass(
                                    String name, @Nullable String within, @Nullable String simple, int access) {
                                String binary = name.replace('/', '.');
                                if (outer.stream().anyMatch(each -> binary.startsWith(each + "$"))) {
                                    members.add(binary);
                                }
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return members;
    }

    /** Every name in a class file stands in its constants as text. */
    private static byte[] renamed(byte[] bytes, Map<String, String> names) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(result);
            out.writeLong(in.readLong());
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                if (tag == UTF8) {
                    out.writeUTF(rename(in.readUTF(), names, '/'));
                } else {
                    out.write(in.readNBytes(lengthOf(tag)));
                    i += tag == LONG || tag == DOUBLE ? 1 : 0;
                }
            }
            in.transferTo(out);
            return result.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of a constant after its tag. */
    private static int lengthOf(int tag) {
        return switch (tag) {
            case LONG, DOUBLE -> 8;
            case METHOD_HANDLE -> 3;
            case 7, 8, 16, 19, 20 -> 2;
            default -> 4;
        };
    }

    private static String rename(String text, Map<String, String> names, char separator) {
        String result = text;
        for (Map.Entry<String, String> each : names.entrySet()) {
            String old = Pattern.quote(each.getKey().replace('.', separator));
            String wanted = each.getValue().replace('.', separator);
            result = result.replaceAll(old + "(?![\\w/])", Matcher.quoteReplacement(wanted));
        }
        return result;
    }

    /** Takes away that a class was a member of JShell's. */
    private static byte[] standing(byte[] bytes, Map<String, String> names, Set<String> all) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            private String own = "";

                            @Override
                            public void visit(
                                    int version,
                                    int access,
                                    String name,
                                    @Nullable String signature,
                                    @Nullable String superName,
                                    String @Nullable [] interfaces) {
                                own = name.replace('/', '.');
                                super.visit(version, access, name, signature, superName, interfaces);
                                if (names.containsValue(own)) {
                                    all.stream()
                                            .filter(each -> each.startsWith(own + "$"))
                                            .forEach(each -> super.visitNestMember(each.replace('.', '/')));
                                } else {
                                    names.values().stream()
                                            .filter(outer -> own.startsWith(outer + "$"))
                                            .findFirst()
                                            .ifPresent(outer -> super.visitNestHost(outer.replace('.', '/')));
                                }
                            }

                            @Override
                            public void visitNestHost(String host) {}

                            @Override
                            public void visitNestMember(String member) {}

                            @Override
                            public void visitInnerClass(
                                    String name, @Nullable String outer, @Nullable String simple, int access) {
                                if (!names.containsValue(name.replace('/', '.'))) {
                                    super.visitInnerClass(name, outer, simple, access);
                                }
                            }
                        },
                        ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }
}
