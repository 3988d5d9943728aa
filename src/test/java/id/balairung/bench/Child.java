package id.balairung.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Another process of a benchmark, asked a line at a time over its input. It ends when that input ends, and so also when
 * this process dies, however it does.
 */
class Child implements AutoCloseable {

    private static final String ANSWER = "answer: ";
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final Writer questions;
    private final BufferedReader output;
    private final String greeting;

    /**
     * Starts a class of this classpath.
     *
     * @param main the class
     * @param options for its virtual machine
     * @param arguments for it
     */
    Child(Class<?> main, List<String> options, String... arguments) {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                        options.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        try {
            this.process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/bench-child.err")))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.greeting = answer();
    }

    /** Says something from the other process to the one that started it. */
    static void answer(String line) {
        System.out.println(ANSWER + line);
    }

    /**
     * In the other process: greets whoever started it, and answers each line until there are no more.
     *
     * @param greeting what it says first
     * @param answers says something to each line
     */
    static void serve(String greeting, UnaryOperator<String> answers) throws IOException {
        answer(greeting);
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            answer(answers.apply(line));
        }
    }

    /** What it said first. */
    String greeting() {
        return greeting;
    }

    /** Asks and waits for the answer. */
    String ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    private String answer() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return line.substring(ANSWER.length());
                }
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
        close();
        throw new IllegalStateException("The process ended; see target/bench-child.err and the log beside it");
    }

    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException ended) {
            // It has nothing to hear any more.
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
