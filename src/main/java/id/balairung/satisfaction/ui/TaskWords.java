package id.balairung.satisfaction.ui;

import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.satisfaction.ComplaintClass;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.FollowUpKind;
import id.balairung.satisfaction.FollowUpOwner;
import id.balairung.satisfaction.FollowUpState;
import id.balairung.satisfaction.Questionnaire;
import id.balairung.satisfaction.Unsur;
import id.balairung.satisfaction.UnsurCode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is said about follow-ups.
 *
 * @param words the screen's
 * @param asked all versions of the questionnaire, for the names of unsur
 */
record TaskWords(SatisfactionWords words, List<Questionnaire> asked) {

    private static final int EXCERPT = 60;

    String state(FollowUpState state) {
        return words.text("satisfaction.task.state." + lower(state));
    }

    StatusBadge badge(FollowUpState state) {
        return switch (state) {
            case OPEN -> new StatusBadge("waiting", Icons.CLOCK, state(state));
            case RUNNING -> new StatusBadge("serving", Icons.RESUME, state(state));
            case DONE -> new StatusBadge("completed", Icons.DONE, state(state));
        };
    }

    String kind(FollowUpKind kind) {
        return words.text("satisfaction.task.kind." + lower(kind));
    }

    String complaintClass(ComplaintClass complaintClass) {
        return words.text("satisfaction.complaint.class." + lower(complaintClass));
    }

    /** What is to be done; one that opened by itself says what it goes back to. */
    String title(FollowUpEntry task) {
        if (!task.title().isEmpty()) {
            return task.title();
        }
        return switch (task.kind()) {
            case UNSUR ->
                words.text(
                        "satisfaction.task.of-unsur",
                        task.unsur().map(this::unsur).orElse(""),
                        task.month()
                                .map(DateTimeFormatter.ofPattern("LLLL uuuu", words.language())::format)
                                .orElse(""));
            case RATING ->
                words.text(
                        "satisfaction.task.of-rating",
                        task.service().map(words::service).orElse(""));
            case COMPLAINT, OWN -> kind(task.kind());
        };
    }

    /** What it goes back to and who does it. */
    String about(FollowUpEntry task) {
        String owner = task.owner().map(FollowUpOwner::name).orElseGet(() -> words.text("satisfaction.task.nobody"));
        return subject(task)
                .map(subject -> words.text("satisfaction.task.about", subject, owner))
                .orElse(owner);
    }

    private Optional<String> subject(FollowUpEntry task) {
        return switch (task.kind()) {
            case COMPLAINT ->
                Optional.of(task.complaint()
                        .flatMap(FollowUpEntry.Complaint::laporReference)
                        .map(reference -> words.text("satisfaction.task.lapor", reference))
                        .orElseGet(() -> kind(task.kind())));
            case UNSUR -> task.unsur().map(this::unsur);
            case OWN -> task.unsur().map(this::unsur).or(() -> task.service().map(words::service));
            case RATING -> task.service().map(words::service);
        };
    }

    String unsur(UnsurCode code) {
        return asked.reversed().stream()
                .flatMap(version -> version.unsur(code).stream())
                .map(Unsur::name)
                .map(name -> name.in(words.language()))
                .findFirst()
                .orElseGet(code::value);
    }

    /** How a comment begins; one that goes on ends at a word. */
    static String excerpt(String comment) {
        if (comment.length() <= EXCERPT) {
            return comment;
        }
        int word = comment.lastIndexOf(' ', EXCERPT);
        int end = word > 0 ? word : EXCERPT;
        return comment.substring(0, Character.isHighSurrogate(comment.charAt(end - 1)) ? end - 1 : end)
                        .stripTrailing() + "…";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
