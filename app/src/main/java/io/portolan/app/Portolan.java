package io.portolan.app;

import io.portolan.app.commands.ApiKeyCommand;
import io.portolan.app.commands.CheckBooksCommand;
import io.portolan.app.commands.CloseDayCommand;
import io.portolan.app.commands.OperatorCommand;
import io.portolan.app.commands.PrepareDatabaseCommand;
import io.portolan.app.commands.UnfreezeCommand;
import io.portolan.app.commands.VerifyCommand;
import io.portolan.app.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Portolan's main program: the server, or one of its commands. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class Portolan {
    /** Runs the server until it is stopped, or the command that is named first; what follows are its arguments. */
    public static void main(String[] args) {
        List<String> arguments = Stream.of(args).skip(1).toList();
        switch (args.length == 0 ? "" : args[0]) {
            case "operator" -> System.exit(OperatorCommand.run(arguments));
            case "api-key" -> System.exit(ApiKeyCommand.run(arguments));
            case "check-books" -> System.exit(CheckBooksCommand.run(arguments));
            case "prepare-database" -> System.exit(PrepareDatabaseCommand.run(arguments));
            case "verify" -> System.exit(VerifyCommand.run(arguments));
            case "close-day" -> System.exit(CloseDayCommand.run(arguments));
            case "unfreeze" -> System.exit(UnfreezeCommand.run(arguments));
            default -> SpringApplication.run(Portolan.class, args);
        }
    }
}
