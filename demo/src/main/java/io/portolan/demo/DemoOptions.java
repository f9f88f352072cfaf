package io.portolan.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the demo is asked to do. */
record DemoOptions(
        boolean exitsAtEnd,
        boolean keepsData,
        Optional<Path> orders,
        Optional<Path> settings,
        WorkflowService workflowService) {
    static final String USAGE = """
            usage: portolan demo [--exit] [--orders FILE] [--settings FILE] [--keep] [--temporal memory|server]
              --exit            ends after the table; exits with 0 only if every order ended as expected and the books balance
              --orders FILE     sends another file than samples/orders.csv
              --settings FILE   gives the app the settings of a .properties file besides its own, such as another bank
              --keep            keeps the data of the last demo instead of starting clean
              --temporal WHICH  memory: Temporal in memory, inside the app; server: the Temporal dev server, and nothing else
            """;

    /** Where Temporal runs. */
    enum WorkflowService {
        /** As the Temporal dev server if there is a command for it, else in memory. */
        SERVER_IF_AVAILABLE,
        SERVER,
        IN_MEMORY
    }

    static DemoOptions parse(List<String> arguments) throws WrongUsage {
        boolean exits = false;
        boolean keeps = false;
        Optional<Path> orders = Optional.empty();
        Optional<Path> settings = Optional.empty();
        WorkflowService workflowService = WorkflowService.SERVER_IF_AVAILABLE;
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--exit" -> exits = true;
                case "--keep" -> keeps = true;
                case "--orders" -> orders = Optional.of(Path.of(value(option, left)));
                case "--settings" -> settings = Optional.of(Path.of(value(option, left)));
                case "--temporal" -> workflowService = parseWorkflowService(value(option, left));
                default -> throw new WrongUsage("unknown option " + option);
            }
        }
        return new DemoOptions(exits, keeps, orders, settings, workflowService);
    }

    private static String value(String option, Deque<String> left) throws WrongUsage {
        if (left.isEmpty()) {
            throw new WrongUsage(option + " needs a value");
        }
        return left.pop();
    }

    private static WorkflowService parseWorkflowService(String code) throws WrongUsage {
        return switch (code) {
            case "memory" -> WorkflowService.IN_MEMORY;
            case "server" -> WorkflowService.SERVER;
            default -> throw new WrongUsage("unknown value " + code + " for --temporal");
        };
    }

    /** The command line is wrong. */
    static final class WrongUsage extends Exception {
        private static final long serialVersionUID = 1L;

        WrongUsage(String message) {
            super(message);
        }
    }
}
