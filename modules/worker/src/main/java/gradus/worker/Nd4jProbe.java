package gradus.worker;

/**
 * A process that lets ND4J load, and so unpack, its native libraries. ND4J is not known here; it is on the class path
 * of the process or it is not.
 */
public final class Nd4jProbe {
    private Nd4jProbe() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        Class.forName("org.nd4j.linalg.factory.Nd4j");
    }
}
