package io.portolan.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * A server that can be started: by which command, and where and for whom the database is then.
 *
 * @param owner the user that migrates
 * @param app the user that the application is
 * @param log where the server's output belongs
 * @param lock a file that whoever runs the server keeps locked, so that nobody else uses the folder
 */
public record PreparedServer(
        String url, DatabaseUser owner, DatabaseUser app, List<String> command, Path log, Path lock) {
    public PreparedServer {
        command = List.copyOf(command);
    }
}
