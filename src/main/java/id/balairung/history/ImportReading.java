package id.balairung.history;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketStatus;
import id.balairung.sheet.RowProblem;
import id.balairung.tenancy.AgencyId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a file's lines one after the other as turns, and collects what is wrong with them. */
final class ImportReading {

    private static final Pattern NUMBER = Pattern.compile("([A-Z]{0,3})[\\s\\p{Pd}._]*(\\d{1,6})");
    /** 3, 03, 3.0 or Loket 03. */
    private static final Pattern WHOLE = Pattern.compile("\\p{L}*\\s*0*(\\d{1,4})(?:[.,]0+)?");

    private static final int LONGEST_HOURS = 12;
    /** More than these aren't told one by one; they are counted. */
    private static final int MOST_TOLD = 10_000;

    private static final int MOST_UNKNOWN = 50;
    private static final int LONGEST_TOLD = 60;
    private static final int HIGHEST_COUNTER = 9_999;
    private static final int MOST_STARS = 4;

    private static final Map<String, PriorityClass> CLASSES = words(Map.of(
            PriorityClass.GENERAL,
            "umum, reguler, biasa, general, normal, regular, tidak",
            PriorityClass.ELDERLY,
            "lansia, lanjut usia, elderly, senior",
            PriorityClass.DISABILITY,
            "disabilitas, difabel, penyandang disabilitas, disability, disabled",
            PriorityClass.MATERNAL,
            "ibu hamil menyusui, ibu hamil, ibu menyusui, hamil, menyusui, maternal, pregnant",
            PriorityClass.TODDLER,
            "membawa balita, balita, anak, toddler, child"));

    private static final Map<String, TurnResult> RESULTS = words(Map.of(
            TurnResult.FULFILLED,
            "selesai, terlayani, dilayani, berhasil, fulfilled, completed, done, served, finished",
            TurnResult.DOCUMENTS_MISSING,
            "berkas kurang, berkas tidak lengkap, dokumen kurang, documents missing, incomplete",
            TurnResult.NOT_POSSIBLE,
            "tidak dapat dipenuhi, ditolak, not possible, rejected",
            TurnResult.CONSULTATION,
            "konsultasi, consultation, informasi",
            TurnResult.NO_SHOW,
            "tidak hadir, tidak datang, lewat, no show, skipped, absent",
            TurnResult.TRANSFERRED,
            "dialihkan, pindah, transfer, transferred",
            TurnResult.ABANDONED,
            "batal, dibatalkan, pergi, ditinggalkan, abandoned, cancelled, canceled"));

    private final AgencyId agency;
    private final ZoneId zone;
    private final Instant now;
    private final Optional<LocalDate> firstOwnDay;
    private final ImportMapping mapping;
    private final Map<String, ServiceSummary> services;
    private final Map<String, UUID> officers;
    private final MessageDigest digest = sha256();
    private final List<RowProblem> problems = new ArrayList<>();
    private int wrongRows;
    private final Map<String, Integer> unknownServices = new LinkedHashMap<>();
    private final List<ImportedTurn> turns = new ArrayList<>();
    private Optional<Map<ImportField, Integer>> places = Optional.empty();
    private int rows;
    private int unknownOfficers;
    private final Set<String> namesOfUnknownOfficers = new LinkedHashSet<>();

    /**
     * A reading.
     *
     * @param agency whose turns
     * @param zone the mall's zone, in which the file tells its moments
     * @param now what is later hasn't been
     * @param firstOwnDay from which day on the agency's own tickets tell what was
     * @param mapping how the file is to be understood
     * @param offered the agency's services
     * @param officers the agency's officers by their names, in small letters without signs
     */
    ImportReading(
            AgencyId agency,
            ZoneId zone,
            Instant now,
            Optional<LocalDate> firstOwnDay,
            ImportMapping mapping,
            List<ServiceSummary> offered,
            Map<String, UUID> officers) {
        this.agency = agency;
        this.zone = zone;
        this.now = now;
        this.firstOwnDay = firstOwnDay;
        this.mapping = mapping;
        this.officers = officers;
        this.services = new HashMap<>();
        for (ServiceSummary service : offered) {
            Stream.of(service.prefix(), service.nameIndonesian(), service.nameEnglish())
                    .forEach(name -> services.put(ImportField.plain(name), service));
        }
        Map<ServiceId, ServiceSummary> byId =
                offered.stream().collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
        mapping.services()
                .forEach((name, id) ->
                        Optional.ofNullable(byId.get(id)).ifPresent(chosen -> services.putIfAbsent(name, chosen)));
    }

    private static <T> Map<String, T> words(Map<T, String> all) {
        return all.entrySet().stream()
                .flatMap(one -> Stream.of(one.getValue().split(", ")).map(word -> Map.entry(word, one.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes a line; the first is the headings. */
    void take(int number, List<String> cells) {
        if (places.isEmpty()) {
            places =
                    Optional.of(mapping.places(cells.stream().map(String::strip).toList()));
            return;
        }
        rows++;
        new Line(number, cells).read().ifPresent(turns::add);
    }

    List<ImportedTurn> turns() {
        return turns;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** How many rows have something wrong. */
    int wrongRows() {
        return wrongRows;
    }

    Map<String, Integer> unknownServices() {
        return unknownServices;
    }

    int rows() {
        return rows;
    }

    int unknownOfficers() {
        return unknownOfficers;
    }

    List<String> namesOfUnknownOfficers() {
        return List.copyOf(namesOfUnknownOfficers);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One row. */
    private final class Line {

        private final int number;
        private final List<String> cells;
        private final Set<ImportField> wrong = EnumSet.noneOf(ImportField.class);

        Line(int number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        Optional<ImportedTurn> read() {
            Optional<ServiceSummary> service = service();
            Optional<Matcher> typed = ticket();
            Optional<LocalDate> day = day();
            Optional<Instant> queued = moment(ImportField.QUEUED, day);
            Optional<Instant> called = moment(ImportField.CALLED, day);
            Optional<Instant> serving = moment(ImportField.SERVING, day);
            Optional<Instant> ended = moment(ImportField.ENDED, day);
            Optional<Integer> counter = whole(ImportField.COUNTER, HIGHEST_COUNTER, "history.import.bad.counter");
            Optional<Integer> rating = whole(ImportField.RATING, MOST_STARS, "history.import.bad.rating");
            PriorityClass priority = word(ImportField.PRIORITY, CLASSES, "history.import.bad.class")
                    .orElse(PriorityClass.GENERAL);
            Optional<TurnResult> told = word(ImportField.RESULT, RESULTS, "history.import.bad.result");
            if (queued.isEmpty() && text(ImportField.QUEUED).isEmpty()) {
                wrong(ImportField.QUEUED, "history.import.bad.empty");
            }
            if (!wrong.isEmpty() || service.isEmpty() || typed.isEmpty() || queued.isEmpty()) {
                return Optional.empty();
            }
            TurnResult result = told.orElseGet(() -> ended.isPresent() && called.isPresent()
                    ? TurnResult.FULFILLED
                    : called.isPresent() ? TurnResult.NO_SHOW : TurnResult.ABANDONED);
            boolean completed = result.status() == TicketStatus.COMPLETED;
            if (completed && ended.isEmpty()) {
                wrong(ImportField.ENDED, "history.import.bad.unfinished");
            }
            if (result != TurnResult.ABANDONED && called.isEmpty()) {
                wrong(ImportField.CALLED, "history.import.bad.uncalled");
            }
            Optional<Instant> began = completed ? serving.or(() -> called) : serving;
            Instant end = ended.or(() -> serving).or(() -> called).orElse(queued.get());
            inOrder(queued.get(), called, began, end);
            LocalDate on = LocalDate.ofInstant(queued.get(), zone);
            withinHours(queued.get(), called, serving, Optional.of(end));
            // Where it will lie among the turns.
            LocalDate lies = LocalDate.ofInstant(called.orElse(queued.get()), zone);
            if (on.isBefore(ServiceDay.FIRST)) {
                wrong(ImportField.QUEUED, "history.import.bad.too-early", ServiceDay.FIRST);
            } else if (!lies.isBefore(LocalDate.ofInstant(now, zone))) {
                wrong(ImportField.QUEUED, "history.import.bad.today");
            } else if (firstOwnDay.filter(first -> !lies.isBefore(first)).isPresent()) {
                wrong(ImportField.QUEUED, "history.import.bad.own-day", firstOwnDay.get());
            }
            if (!wrong.isEmpty()) {
                return Optional.empty();
            }
            String prefix = typed.get().group(1).isEmpty()
                    ? service.get().prefix()
                    : typed.get().group(1);
            return Optional.of(new ImportedTurn(
                    number,
                    id(queued.get(), called, serving, end, priority, result),
                    on,
                    prefix,
                    Integer.parseInt(typed.get().group(2)),
                    service.get(),
                    called.flatMap(at -> counter),
                    called.flatMap(at -> officer()),
                    priority,
                    result,
                    queued.get(),
                    called,
                    began,
                    end,
                    rating));
        }

        /** A mistyped day would make a service of months. Said of the first moment: where the row began wrongly, all are late. */
        private void withinHours(
                Instant queued, Optional<Instant> called, Optional<Instant> serving, Optional<Instant> ended) {
            if (late(queued, called)) {
                wrong(ImportField.CALLED, "history.import.bad.too-late", LONGEST_HOURS);
            } else if (late(queued, serving)) {
                wrong(ImportField.SERVING, "history.import.bad.too-late", LONGEST_HOURS);
            } else if (late(queued, ended)) {
                wrong(ImportField.ENDED, "history.import.bad.too-late", LONGEST_HOURS);
            }
        }

        private static boolean late(Instant queued, Optional<Instant> moment) {
            return moment.filter(at -> Duration.between(queued, at).toHours() >= LONGEST_HOURS)
                    .isPresent();
        }

        private void inOrder(Instant queued, Optional<Instant> called, Optional<Instant> began, Instant ended) {
            if (queued.isAfter(now) || ended.isAfter(now)) {
                wrong(queued.isAfter(now) ? ImportField.QUEUED : ImportField.ENDED, "history.import.bad.future");
            }
            if (called.filter(queued::isAfter).isPresent()) {
                wrong(ImportField.CALLED, "history.import.bad.called-before");
            }
            if (began.flatMap(at -> called.filter(at::isBefore)).isPresent()) {
                wrong(ImportField.SERVING, "history.import.bad.served-before");
            }
            if (ended.isBefore(began.or(() -> called).orElse(queued))) {
                wrong(ImportField.ENDED, "history.import.bad.ended-before");
            }
        }

        private Optional<ServiceSummary> service() {
            String name = text(ImportField.SERVICE);
            if (name.isEmpty()) {
                wrong(ImportField.SERVICE, "history.import.bad.empty");
                return Optional.empty();
            }
            Optional<ServiceSummary> found = Optional.ofNullable(services.get(ImportField.plain(name)));
            if (found.isEmpty()) {
                if (unknownServices.size() < MOST_UNKNOWN || unknownServices.containsKey(name)) {
                    unknownServices.merge(name, 1, Integer::sum);
                }
                wrong(ImportField.SERVICE, "history.import.bad.service", name);
            }
            return found;
        }

        private Optional<Matcher> ticket() {
            if (text(ImportField.NUMBER).isEmpty()) {
                wrong(ImportField.NUMBER, "history.import.bad.empty");
                return Optional.empty();
            }
            Matcher typed = NUMBER.matcher(text(ImportField.NUMBER).toUpperCase(Locale.ROOT));
            if (!typed.matches() || Integer.parseInt(typed.group(2)) < 1) {
                wrong(ImportField.NUMBER, "history.import.bad.number", text(ImportField.NUMBER));
                return Optional.empty();
            }
            return Optional.of(typed);
        }

        private Optional<LocalDate> day() {
            String typed = text(ImportField.DAY);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Optional<LocalDate> day = ImportMoment.day(typed, mapping.dayOrder());
            if (day.isEmpty()) {
                wrong(ImportField.DAY, "history.import.bad.day", typed);
            }
            return day;
        }

        private boolean tellsDay() {
            return places.orElseThrow().containsKey(ImportField.DAY);
        }

        private Optional<Instant> moment(ImportField field, Optional<LocalDate> day) {
            String typed = text(field);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Optional<Instant> moment = ImportMoment.of(typed, day, mapping.dayOrder())
                    .map(local -> local.atZone(zone).toInstant());
            if (moment.isEmpty() && day.isEmpty() && tellsDay() && ImportMoment.isTimeOnly(typed)) {
                // Said once, of the day, and not of each of its times.
                wrong(ImportField.DAY, "history.import.bad.empty");
            } else if (moment.isEmpty()) {
                wrong(field, "history.import.bad.moment", typed);
            }
            return moment;
        }

        private Optional<Integer> whole(ImportField field, int highest, String key) {
            String typed = text(field);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Matcher digits = WHOLE.matcher(typed);
            Optional<Integer> number = digits.matches()
                    ? Optional.of(Integer.valueOf(digits.group(1))).filter(found -> found >= 1 && found <= highest)
                    : Optional.empty();
            if (number.isEmpty()) {
                wrong(field, key, typed);
            }
            return number;
        }

        private <T> Optional<T> word(ImportField field, Map<String, T> words, String key) {
            String typed = ImportField.plain(text(field));
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Optional<T> found = Optional.ofNullable(words.get(typed));
            if (found.isEmpty()) {
                wrong(field, key, text(field));
            }
            return found;
        }

        private Optional<UUID> officer() {
            String name = ImportField.plain(text(ImportField.OFFICER));
            Optional<UUID> found = Optional.ofNullable(officers.get(name));
            if (found.isEmpty() && !name.isEmpty()) {
                unknownOfficers++;
                if (namesOfUnknownOfficers.size() < MOST_UNKNOWN) {
                    namesOfUnknownOfficers.add(told(text(ImportField.OFFICER)));
                }
            }
            return found;
        }

        /** From what the file tells, not from what was made of names: accounts and services come and go. */
        private UUID id(
                Instant queued,
                Optional<Instant> called,
                Optional<Instant> serving,
                Instant ended,
                PriorityClass priority,
                TurnResult result) {
            String row = Stream.of(
                            agency,
                            ImportField.plain(text(ImportField.SERVICE)),
                            ImportField.plain(text(ImportField.NUMBER)),
                            queued,
                            called,
                            serving,
                            ended,
                            ImportField.plain(text(ImportField.COUNTER)),
                            ImportField.plain(text(ImportField.OFFICER)),
                            priority,
                            result,
                            text(ImportField.RATING))
                    .map(String::valueOf)
                    .collect(Collectors.joining("\u0000"));
            byte[] hash = digest.digest(row.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(hash);
            return new UUID(
                    queued.toEpochMilli() << 16 | 0x7000L | (bits.getLong() & 0xFFFL), 1L << 63 | bits.getLong() >>> 2);
        }

        private static String told(String words) {
            return words.length() > LONGEST_TOLD ? words.substring(0, LONGEST_TOLD) + "..." : words;
        }

        private String text(ImportField field) {
            Integer place = places.orElseThrow().get(field);
            return place == null || place >= cells.size()
                    ? ""
                    : cells.get(place).replace('\u00A0', ' ').strip();
        }

        /** Says one thing of a cell: what is wrong with it first. */
        private void wrong(ImportField field, String key, Object... arguments) {
            if (wrong.isEmpty()) {
                wrongRows++;
            }
            if (wrong.add(field) && problems.size() < MOST_TOLD) {
                List<Object> told = Arrays.stream(arguments)
                        .map(argument -> argument instanceof String words ? told(words) : argument)
                        .toList();
                problems.add(new RowProblem(number, mapping.columns().getOrDefault(field, ""), key, told));
            }
        }
    }
}
