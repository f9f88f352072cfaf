package io.portolan.app.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the demo is asked to do. */
record DemoOptions(boolean exitsAtEnd, boolean keepsData, Optional<Path> orders, WorkflowService workflowService) {
    static final String USAGE = """
            usage: portolan demo [--exit] [--orders FILE] [--keep] [--engine memory|temporal]
              --exit           ends after the table; 0 only if every order ended as the file says and the books balance
              --orders FILE    sends another file than samples/orders.csv
              --keep           keeps the data of the last demo instead of starting clean
              --engine WHICH   memory: the workflow engine inside the app; temporal: the Temporal dev server, and nothing else
            """;

    /** Which workflow engine to use. */
    enum WorkflowService {
        /** The Temporal dev server if it can be had, else the one in memory. */
        SERVER_IF_AVAILABLE,
        SERVER,
        IN_MEMORY
    }

    static DemoOptions parse(List<String> arguments) throws WrongUsage {
        boolean exits = false;
        boolean keeps = false;
        Optional<Path> orders = Optional.empty();
        WorkflowService engine = WorkflowService.SERVER_IF_AVAILABLE;
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--exit" -> exits = true;
                case "--keep" -> keeps = true;
                case "--orders" -> orders = Optional.of(Path.of(value(option, left)));
                case "--engine" -> engine = engine(value(option, left));
                default -> throw new WrongUsage("there is no option " + option);
            }
        }
        return new DemoOptions(exits, keeps, orders, engine);
    }

    private static String value(String option, Deque<String> left) throws WrongUsage {
        if (left.isEmpty()) {
            throw new WrongUsage(option + " needs a value");
        }
        return left.pop();
    }

    private static WorkflowService engine(String word) throws WrongUsage {
        return switch (word) {
            case "memory" -> WorkflowService.IN_MEMORY;
            case "temporal" -> WorkflowService.SERVER;
            default -> throw new WrongUsage("there is no engine " + word);
        };
    }

    /** The command line makes no sense. */
    static final class WrongUsage extends Exception {
        private static final long serialVersionUID = 1L;

        WrongUsage(String message) {
            super(message);
        }
    }
}
