package id.balairung.satisfaction.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import id.balairung.satisfaction.Invitation;
import id.balairung.satisfaction.Questionnaire;
import id.balairung.satisfaction.Ratings;
import id.balairung.satisfaction.Respondent;
import id.balairung.satisfaction.Unsur;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Writes the public pages' models: what stands on the paper, in words. Each page exists for the phone and for the pad. */
@Component
class RatingPaper {

    static final String LANGUAGE = "lang";

    private static final String VIEW = "nilai";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private static final String SCRIPT = "/scripts/pad.js";

    /** After which a pad that nobody touches any more goes back to sleep. */
    private static final Duration LEFT = Duration.ofSeconds(90);

    private static final Duration THANKED = Duration.ofSeconds(6);

    /** A sleeping pad is loaded anew now and then, in case it missed something. */
    private static final Duration SLEEP = Duration.ofMinutes(10);

    private static final Duration BUSY = Duration.ofSeconds(10);

    /** From the saddest to the happiest: how the mouth bends. */
    private static final List<String> MOUTHS =
            List.of("M15 35q9 -12 18 0", "M16 33.5q8 -5 16 0", "M16 30.5q8 5 16 0", "M14 29q10 13 20 0");

    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final I18NProvider texts;

    RatingPaper(CurrentMall mall, ServiceCatalogue catalogue, I18NProvider texts) {
        this.mall = mall;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** Indonesian unless English was asked for. */
    Words words(String language) {
        return new Words(texts, language.equals("en") ? Locale.ENGLISH : INDONESIAN);
    }

    /**
     * A page for a place.
     *
     * @param base where its forms lead
     * @param pad whether it is on a pad
     */
    record Place(String base, boolean pad) {}

    /**
     * A page, or the way back to one.
     *
     * @param status how the answer is told to the browser
     */
    record Page(HttpStatus status, String view, Map<String, Object> model) {

        private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'";
        private static final String WITH_SCRIPT = POLICY + "; script-src 'self'; connect-src 'self'";

        /** The same on a pad: its script sends it home after some time without a touch. */
        Page resting(String shows, Duration after) {
            Map<String, Object> resting = new HashMap<>(model);
            resting.put("script", SCRIPT);
            resting.put("shows", shows);
            resting.put("rest", after.toSeconds());
            return new Page(status, view, resting);
        }

        ModelAndView to(HttpServletResponse response) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("Content-Security-Policy", model.containsKey("script") ? WITH_SCRIPT : POLICY);
            // The address is the key to what may be said; it leads nowhere else.
            response.setHeader("Referrer-Policy", "no-referrer");
            return new ModelAndView(view, model, status);
        }
    }

    /** What there is to say or to read, wherever somebody stands. A pad goes back to sleep from wherever it is left. */
    Page page(Words words, Place place, Invitation invitation) {
        Page page = standing(words, place, invitation);
        return place.pad() ? page.resting(shows(invitation), rest(invitation)) : page;
    }

    private static Duration rest(Invitation invitation) {
        return invitation instanceof Invitation.ToRate || invitation instanceof Invitation.ToFillIn ? LEFT : THANKED;
    }

    /** For the pad's script: a thanking pad lets the next person in, an asking one also goes when there is nobody to ask. */
    private static String shows(Invitation invitation) {
        return invitation instanceof Invitation.ToRate ? "asking" : "thanking";
    }

    private Page standing(Words words, Place place, Invitation invitation) {
        return switch (invitation) {
            case Invitation.Nobody nobody -> notice(HttpStatus.NOT_FOUND, words, place, "", "nobody");
            case Invitation.NotServed(boolean over) ->
                notice(HttpStatus.OK, words, place, "", over ? "never-served" : "not-yet");
            case Invitation.Expired expired -> notice(HttpStatus.GONE, words, place, "", "expired");
            case Invitation.Complete complete -> notice(HttpStatus.OK, words, place, "thanks", "complete");
            case Invitation.ToRate open -> new Page(HttpStatus.OK, VIEW, rating(words, place, open, "", false));
            case Invitation.ToFillIn open ->
                new Page(HttpStatus.OK, VIEW, survey(words, place, open, field -> "", false));
        };
    }

    /** The faces again, with what was typed: none of them was chosen. */
    Page unsaid(Words words, Place place, Invitation.ToRate open, String comment) {
        return unsaid(place, open, rating(words, place, open, comment, true));
    }

    /** The survey again, with what was chosen: nothing was answered. */
    Page unsaid(Words words, Place place, Invitation.ToFillIn open, Map<String, String> given) {
        return unsaid(place, open, survey(words, place, open, field -> given.getOrDefault(field, ""), true));
    }

    private static Page unsaid(Place place, Invitation open, Map<String, Object> model) {
        Page page = new Page(HttpStatus.UNPROCESSABLE_CONTENT, VIEW, model);
        return place.pad() ? page.resting(shows(open), rest(open)) : page;
    }

    /** What was sent is kept: back to the place, where the next thing is. */
    Page sent(Words words, Place place) {
        return new Page(HttpStatus.SEE_OTHER, "redirect:" + action(words, place, ""), Map.of());
    }

    /** The pad while there is nobody to ask. */
    Page asleep(Words words) {
        Map<String, Object> model = frame(words, new Place(PadPages.ROOT, true));
        model.put(
                "asleep",
                Map.of("heading", words.of("rating.pad.asleep"), "words", words.of("rating.pad.asleep.words")));
        return new Page(HttpStatus.OK, VIEW, model).resting("asleep", SLEEP);
    }

    /**
     * The pad before it is paired.
     *
     * @param fault the key of what was wrong with the code that was typed; empty before one was
     */
    Page unpaired(Words words, HttpStatus status, String fault) {
        Map<String, Object> model = frame(words, new Place(PadPages.ROOT, true));
        Map<String, Object> pairing = new HashMap<>();
        pairing.put("action", PadPages.ROOT);
        pairing.put("heading", words.of("rating.pad.pair"));
        pairing.put("words", words.of("rating.pad.pair.words"));
        pairing.put("label", words.of("rating.pad.code"));
        pairing.put("send", words.of("rating.pad.pair.send"));
        if (!fault.isEmpty()) {
            pairing.put("fault", words.of(fault));
        }
        model.put("pairing", pairing);
        return new Page(status, VIEW, model);
    }

    /** Too many at once. */
    Page busy(Words words, Place place) {
        Page page = notice(HttpStatus.SERVICE_UNAVAILABLE, words, place, "", "busy");
        return place.pad() ? page.resting("busy", BUSY) : page;
    }

    /** What was sent can't be read, or is too much. */
    Page unreadable(HttpStatus status, Words words, Place place) {
        Page page = notice(status, words, place, "", "unreadable");
        return place.pad() ? page.resting("busy", BUSY) : page;
    }

    /** What everything stands in. */
    private Map<String, Object> frame(Words words, Place place) {
        Map<String, Object> model = new HashMap<>();
        model.put("language", words.language().getLanguage());
        model.put("mall", mall.rules().name());
        model.put("title", words.of("rating.title"));
        model.put("promise", words.of("rating.promise"));
        model.put("look", place.pad() ? "pad" : "phone");
        if (!place.base().equals(PadPages.ROOT)) {
            model.put("otherLanguage", otherLanguage(words, place));
        }
        return model;
    }

    private static Map<String, Object> otherLanguage(Words words, Place place) {
        return words.english()
                ? Map.of("link", place.base(), "code", "id", "name", "Bahasa Indonesia")
                : Map.of("link", place.base() + "?" + LANGUAGE + "=en", "code", "en", "name", "English");
    }

    private Page notice(HttpStatus status, Words words, Place place, String kind, String key) {
        return new Page(status, VIEW, notice(words, place, kind, key));
    }

    private Map<String, Object> notice(Words words, Place place, String kind, String key) {
        Map<String, Object> model = frame(words, place);
        model.put(
                "notice",
                Map.of(
                        "kind", kind,
                        "heading", words.of("rating.notice." + key),
                        "words", words.of("rating.notice." + key + ".words")));
        return model;
    }

    /** The four faces. */
    private Map<String, Object> rating(
            Words words, Place place, Invitation.ToRate open, String comment, boolean unsaid) {
        Map<String, Object> model = frame(words, place);
        Map<String, Object> rating = new HashMap<>();
        rating.put("about", about(words, open.service(), open.day()));
        rating.put("action", action(words, place, ""));
        rating.put("question", words.of("rating.question"));
        rating.put(
                "faces",
                IntStream.rangeClosed(1, Unsur.ANSWERS)
                        .mapToObj(score -> Map.of(
                                "score",
                                score,
                                "word",
                                words.of("rating.score." + score),
                                "mouth",
                                MOUTHS.get(score - 1),
                                "chosen",
                                false))
                        .toList());
        rating.put("commentLabel", words.of("rating.comment"));
        rating.put("commentHint", words.of("rating.comment.hint"));
        rating.put("comment", comment);
        rating.put("longest", Ratings.LONGEST_COMMENT);
        rating.put("send", words.of("rating.send"));
        if (unsaid) {
            rating.put("fault", words.of("rating.unsaid"));
        }
        model.put("rating", rating);
        return model;
    }

    /** The survey, with what was chosen already. */
    private Map<String, Object> survey(
            Words words, Place place, Invitation.ToFillIn open, Function<String, String> chosen, boolean unsaid) {
        Map<String, Object> model = notice(words, place, "thanks", "thanks");
        Map<String, Object> survey = new HashMap<>();
        survey.put("action", action(words, place, "/survei"));
        survey.put("heading", words.of("rating.survey"));
        survey.put("words", words.of("rating.survey.words", open.form().unsur().size()));
        survey.put("questions", questions(words, open.form(), chosen));
        survey.put("aboutYou", words.of("rating.survey.you"));
        survey.put("aboutYouWords", words.of("rating.survey.you.words"));
        survey.put(
                "traits",
                List.of(
                        trait(words, "sex", Respondent.Sex.values(), chosen),
                        trait(words, "age", Respondent.Age.values(), chosen),
                        trait(words, "education", Respondent.Education.values(), chosen),
                        trait(words, "occupation", Respondent.Occupation.values(), chosen)));
        survey.put("send", words.of("rating.survey.send"));
        if (unsaid) {
            survey.put("fault", words.of("rating.survey.unsaid"));
        }
        if (place.pad()) {
            survey.put("later", Map.of("link", PadPages.ROOT, "words", words.of("rating.survey.no")));
        }
        model.put("survey", survey);
        return model;
    }

    private List<Map<String, Object>> questions(Words words, Questionnaire form, Function<String, String> chosen) {
        List<Map<String, Object>> questions = new ArrayList<>();
        for (Unsur unsur : form.unsur()) {
            String field = unsur.code().value();
            questions.add(Map.of(
                    "number",
                    questions.size() + 1,
                    "code",
                    field,
                    "question",
                    unsur.question().in(words.language()),
                    "answers",
                    IntStream.rangeClosed(1, Unsur.ANSWERS)
                            .mapToObj(answer -> Map.of(
                                    "value", answer,
                                    "word", unsur.answers().get(answer - 1).in(words.language()),
                                    "chosen", String.valueOf(answer).equals(chosen.apply(field))))
                            .toList()));
        }
        return questions;
    }

    private static Map<String, Object> trait(
            Words words, String name, Enum<?>[] values, Function<String, String> chosen) {
        return Map.of(
                "name", name,
                "label", words.of("rating.trait." + name),
                "silent", words.of("rating.untold"),
                "options",
                        Stream.of(values)
                                .map(value -> Map.of(
                                        "value", value.name(),
                                        "word", words.of("rating.trait." + name + "." + value.name()),
                                        "chosen", value.name().equals(chosen.apply(name))))
                                .toList());
    }

    private String about(Words words, ServiceSummary service, ServiceDay day) {
        return words.of(
                "rating.about",
                service.name(words.language()),
                catalogue.agency(service.agency()).name(),
                day.date()
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(words.language())));
    }

    private static String action(Words words, Place place, String more) {
        return place.base() + more + (words.english() ? "?" + LANGUAGE + "=en" : "");
    }
}
