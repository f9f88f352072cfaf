package io.portolan.db.embedded;

import io.portolan.db.Login;
import java.nio.file.Path;
import java.util.List;

/**
 * A server that can be started: by which command, and where and for whom the database is then.
 *
 * @param owner who migrates
 * @param app who the application is
 * @param log where the server's output belongs
 * @param lock a file that whoever runs the server keeps locked, so that nobody else uses the folder
 */
public record PreparedServer(String url, Login owner, Login app, List<String> command, Path log, Path lock) {
    public PreparedServer {
        command = List.copyOf(command);
    }
}
