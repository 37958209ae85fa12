package gradus.grader.standin;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Instructions that turn values of primitive types into objects and back; other values stay as they are. */
public final class Boxes {
    private Boxes() {}

    /** Turns the value of a type on the stack into an object. */
    public static void box(MethodVisitor code, Type type) {
        String box = of(type);
        if (box != null) {
            String descriptor = "(" + type.getDescriptor() + ")L" + box + ";";
            code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
        }
    }

    /** Turns the object on the stack into a value of a type. */
    public static void unbox(MethodVisitor code, Type type) {
        String box = of(type);
        code.visitTypeInsn(Opcodes.CHECKCAST, box != null ? box : type.getInternalName());
        if (box != null) {
            String value = type.getClassName() + "Value";
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, value, "()" + type.getDescriptor(), false);
        }
    }

    private static @Nullable String of(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> null;
        };
    }
}
