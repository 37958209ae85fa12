package gradus.jupyter.show;

/** A value that knows how a notebook shows it. Its text is the plain form. */
public interface Showable {
    Display display();
}
