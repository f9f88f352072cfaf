package io.portolan.demo.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Free ports of 127.0.0.1, kept for all of a demo's life: what is restarted has the port that it had before. */
record Ports(int database, int temporal, int temporalUi, int simulators, int app) {
    private static final int COUNT = 5;

    static Ports free() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            // All open at once, so that all differ.
            for (int i = 0; i < COUNT; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
