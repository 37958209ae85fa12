package gradus.grader;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs checks in the order in which they stand in their source, which the judge has read from the class file. */
public final class DeclaredOrder implements MethodOrderer {
    /** JUnit configuration parameter: ids of the checks, separated by commas. */
    static final String ORDER = "gradus.order";

    @Override
    public void orderMethods(MethodOrdererContext context) {
        List<String> order =
                List.of(context.getConfigurationParameter(ORDER).orElse("").split(","));
        context.getMethodDescriptors()
                .sort(Comparator.comparing(
                        descriptor -> order.indexOf(descriptor.getMethod().getName())));
    }
}
