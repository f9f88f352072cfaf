package io.portolan.demo.environment;

import io.portolan.demo.processes.CommandRun;
import io.portolan.demo.processes.ProcessFailed;
import io.portolan.demo.processes.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of the app, run as processes of their own with the app's settings in this demo. */
record AppCommands(Installation installation, DemoFolder folder, Supervisor supervisor) {
    private static final String MAXIMUM_HEAP = "256m";

    /** Starts a command that needs no settings. */
    CommandRun start(String command, List<String> arguments) throws ProcessFailed, IOException, InterruptedException {
        List<String> line = new ArrayList<>(installation.java(installation.appJar(), MAXIMUM_HEAP));
        line.add(command);
        line.addAll(arguments);
        return supervisor.run(command, line, folder.log(command));
    }

    /** Starts a command that works on the demo's database and banks. */
    CommandRun startWithSettings(String command, List<String> arguments)
            throws ProcessFailed, IOException, InterruptedException {
        List<String> all = new ArrayList<>(arguments);
        all.add(settingsArgument(folder.appSettings()));
        return start(command, all);
    }

    /** Names a file of settings on the app's command line. */
    static String settingsArgument(Path file) {
        return "--spring.config.additional-location=" + file.toUri();
    }
}
