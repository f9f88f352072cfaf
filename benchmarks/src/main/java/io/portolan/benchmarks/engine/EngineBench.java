package io.portolan.benchmarks.engine;

import io.portolan.benchmarks.report.Figures;
import io.portolan.benchmarks.report.Table;
import java.time.Duration;
import java.util.Collection;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DecidingBenchmark} with JMH. */
public final class EngineBench {
    private static final int WARM_UPS = 3;
    private static final int ITERATIONS = 5;

    private final int forks;
    private final TimeValue iteration;

    /** @param forks how many JVMs; 0 to measure in this one, which is quicker and less exact */
    public EngineBench(int forks, Duration iteration) {
        this.forks = forks;
        this.iteration = TimeValue.milliseconds(iteration.toMillis());
    }

    /** What it measured, as a table. */
    public String run() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DecidingBenchmark.class.getName().replace(".", "\\.") + "\\.")
                        .forks(forks)
                        .warmupIterations(WARM_UPS)
                        .warmupTime(iteration)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(iteration)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Table table = new Table("engine alone (JMH)", "us/op", "+-");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            table.row(
                    result.getParams().getParam("kind") + ", " + time.getLabel(),
                    Figures.hundredths(time.getScore()),
                    Figures.hundredths(time.getScoreError()));
        }
        return table.toString();
    }
}
