package io.portolan.banks.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that takes a connection and then sends headers without end, one at a time. */
public final class EndlessHeadersServer implements AutoCloseable {
    private static final int MILLIS_BETWEEN_HEADERS = 20;

    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);

    public EndlessHeadersServer() {
        socket = listen();
        Thread.ofVirtual().start(this::sendHeadersUntilClosed);
    }

    /** An address on which nobody listens. */
    public static URI unusedUri() {
        try (ServerSocket socket = listen()) {
            return uriOf(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return uriOf(socket);
    }

    private static URI uriOf(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendHeadersUntilClosed() {
        try (Socket connection = socket.accept();
                OutputStream out = connection.getOutputStream()) {
            write(out, "HTTP/1.1 200 OK\r\n");
            while (!closed.await(MILLIS_BETWEEN_HEADERS, TimeUnit.MILLISECONDS)) {
                write(out, "X-More: to come\r\n");
            }
        } catch (IOException e) {
            // The client gave up, which is what the test wants.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
