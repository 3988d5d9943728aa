package id.balairung.common;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class ServiceDayConverter implements AttributeConverter<ServiceDay, LocalDate> {

    @Override
    public @Nullable LocalDate convertToDatabaseColumn(@Nullable ServiceDay day) {
        return day == null ? null : day.date();
    }

    @Override
    public @Nullable ServiceDay convertToEntityAttribute(@Nullable LocalDate date) {
        return date == null ? null : new ServiceDay(date);
    }
}
