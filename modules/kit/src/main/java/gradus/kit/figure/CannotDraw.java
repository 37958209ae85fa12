package gradus.kit.figure;

/** This machine lacks what Java needs to draw text. The message says what to install. */
public final class CannotDraw extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotDraw(Throwable cause) {
        super(
                "Java can't draw text on this machine; install the font libraries (on Debian or Ubuntu:"
                        + " apt-get install fontconfig fonts-dejavu-core libfreetype6) and try again.",
                cause);
    }
}
