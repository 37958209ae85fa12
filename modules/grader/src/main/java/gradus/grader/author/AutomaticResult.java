package gradus.grader.author;

/**
 * What became of a mistake that every room faces.
 *
 * @param method the method that was changed, such as {@code Pca.transform}
 * @param returned what it returned, such as {@code zeros}
 * @param caught whether a check failed, and every check that failed said why
 */
public record AutomaticResult(String method, String returned, boolean caught) {}
