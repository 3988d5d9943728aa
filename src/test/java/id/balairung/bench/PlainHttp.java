package id.balairung.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Asks one server and reads answers as cheaply as can be: whoever measures on the machine that is measured takes processors from it.
 * Connections are kept and used again.
 */
class PlainHttp implements AutoCloseable {

    /** Half of what the server leaves a connection on which nothing is asked. */
    private static final long KEPT_NANOS = 10_000_000_000L;

    private final int port;
    private final Duration patience;
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();

    PlainHttp(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    private record Line(Socket socket, InputStream input, long since) {}

    /**
     * Asks.
     *
     * @param request its head and body
     * @return the answer's status
     */
    int ask(String request) throws IOException {
        Line line = idle();
        boolean kept = false;
        try {
            line.socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            int status = Integer.parseInt(line(line.input).split(" ")[1]);
            kept = readOn(line.input);
            return status;
        } finally {
            if (kept) {
                idle.addLast(new Line(line.socket, line.input, System.nanoTime()));
            } else {
                line.socket.close();
            }
        }
    }

    private Line idle() throws IOException {
        Line line = idle.pollLast();
        if (line != null && System.nanoTime() - line.since <= KEPT_NANOS) {
            return line;
        }
        if (line != null) {
            line.socket.close();
        }
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        return new Line(socket, new BufferedInputStream(socket.getInputStream()), 0);
    }

    /** Whether the connection stays. */
    private static boolean readOn(InputStream input) throws IOException {
        long length = 0;
        boolean chunked = false;
        boolean stays = true;
        for (String header = line(input); !header.isEmpty(); header = line(input)) {
            String told = header.toLowerCase(Locale.ROOT);
            if (told.startsWith("content-length:")) {
                length = Long.parseLong(told.substring(15).strip());
            }
            chunked |= told.startsWith("transfer-encoding:");
            stays &= !told.equals("connection: close");
        }
        if (!chunked) {
            input.skipNBytes(length);
            return stays;
        }
        for (int size = Integer.parseInt(line(input), 16); size > 0; size = Integer.parseInt(line(input), 16)) {
            input.skipNBytes(size + 2L);
        }
        line(input);
        return stays;
    }

    private static String line(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The answer ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        for (Line line = idle.poll(); line != null; line = idle.poll()) {
            line.socket.close();
        }
    }
}
