package id.balairung.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its style, and each rule sees a breach when there is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseStyleTest {

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.balairung");

    private final JavaClasses breaches = new ClassFileImporter().importPackages("counterexample");

    Stream<Arguments> rules() {
        return Stream.of(
                rule(HouseRules.everyViewSaysWhoMayOpenIt(), "UnguardedView"),
                rule(HouseRules.vaadinStaysOnTheScreens(), "VaadinInARule"),
                rule(HouseRules.securityUsesOnlyVaadinsSecurityAndSessions(), "ScreenInSecurity"),
                rule(HouseRules.menusSpeakThePersonsLanguage(), "EnglishMenu"),
                rule(HouseRules.everyEntityBelongsToAnAgency(), "OwnerlessEntity"),
                rule(
                        HouseRules.timeComesFromTheClock(),
                        "Clockless.instant",
                        "Clockless.zoned",
                        "Clockless.date",
                        "Clockless.millis",
                        "Clockless.clock"),
                rule(
                        HouseRules.stateIsNotStatic(),
                        "StaticState.notFinal",
                        "StaticState.map",
                        "StaticState.array",
                        "StaticState.counter",
                        "StaticState.keys"),
                rule(
                        HouseRules.nativeSqlNamesItsAgencies(),
                        "PublicReader",
                        "ForgetfulReader.count",
                        "ForgetfulManager.count",
                        "ForgetfulRepository.byNativeQuery",
                        "ForgetfulRepository.byFlag"),
                rule(HouseRules.entitiesHaveNoSetters(), "OwnerlessEntity.setName"),
                rule(HouseRules.uiIsTheOnlySubpackage(), "TooDeep"));
    }

    private static Arguments rule(ArchRule rule, String... seen) {
        return Arguments.of(rule, List.of(seen));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeeps(ArchRule rule, List<String> seen) {
        rule.check(house);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aBreachIsSeenOf(ArchRule rule, List<String> seen) {
        EvaluationResult result = rule.evaluate(breaches);

        String report = String.join("\n", result.getFailureReport().getDetails());
        assertThat(seen).allSatisfy(name -> assertThat(report).contains(name));
        assertThat(report).doesNotContain("Exemplary");
    }

    @Test
    void everySparedClassStillExists() {
        assertThat(Stream.of(
                                HouseRules.VAADIN_OUTSIDE_UI,
                                HouseRules.ENTITIES_OF_NO_AGENCY,
                                HouseRules.CLOCK_MAKERS,
                                HouseRules.STATICS,
                                HouseRules.NATIVE_SQL)
                        .flatMap(spared -> spared.reasons().keySet().stream()))
                .allSatisfy(name -> assertThat(house.contain(name)).as(name).isTrue());
    }
}
