package gradus.worker;

/**
 * A method or constructor of a type.
 *
 * @param owner wire name of the type
 * @param name method name, or {@code <init>}
 * @param descriptor JVM descriptor in wire names
 */
public record Member(String owner, String name, String descriptor) {
    /** Name of a constructor in class files. */
    public static final String CONSTRUCTOR = "<init>";

    boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    /** The member as a learner would write it, such as {@code Pca.fit} or {@code new Pca}. */
    public String inWords() {
        String type = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
        return isConstructor() ? "new " + type : type + "." + name;
    }
}
