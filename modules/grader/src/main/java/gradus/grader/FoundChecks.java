package gradus.grader;

import gradus.grader.room.CheckInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Checks as the JUnit Platform found them in their classes, to be run once. Finding them calls nothing of the room. */
final class FoundChecks {
    private final ClassLoader loader;
    private final List<CheckInfo> checks;
    private final Launcher launcher = launcher();
    private final TestPlan plan;

    FoundChecks(ClassLoader loader, List<CheckInfo> checks, long seed) {
        this.loader = loader;
        this.checks = checks;
        this.plan = withLoader(() -> launcher.discover(request(seed)));
    }

    List<CheckInfo> checks() {
        return checks;
    }

    /** Runs them in this thread. */
    void run(TestExecutionListener listener) {
        withLoader(() -> {
            launcher.execute(plan, listener);
            return plan;
        });
    }

    /** The check that a test stands for, or null. */
    @Nullable
    CheckInfo check(Optional<TestSource> source) {
        if (source.isPresent() && source.get() instanceof MethodSource method) {
            for (CheckInfo check : checks) {
                if (check.id().equals(method.getMethodName())
                        && check.className().equals(method.getClassName())) {
                    return check;
                }
            }
        }
        return null;
    }

    private TestPlan withLoader(Supplier<TestPlan> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    }

    private LauncherDiscoveryRequest request(long seed) {
        List<DiscoverySelector> classes = new ArrayList<>();
        for (String name : checks.stream().map(CheckInfo::className).distinct().toList()) {
            try {
                classes.add(DiscoverySelectors.selectClass(loader.loadClass(name)));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(classes)
                .filters((PostDiscoveryFilter) descriptor ->
                        FilterResult.includedIf(!descriptor.isTest() || check(descriptor.getSource()) != null))
                .configurationParameter("gradus.seed", Long.toString(seed))
                .configurationParameter(
                        DeclaredOrder.ORDER, checks.stream().map(CheckInfo::id).collect(Collectors.joining(",")))
                .configurationParameter("junit.jupiter.testmethod.order.default", DeclaredOrder.class.getName())
                .build();
    }
}
