package id.balairung.agency;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

@Converter
class RequirementsConverter implements AttributeConverter<List<Requirement>, String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String convertToDatabaseColumn(List<Requirement> requirements) {
        return JSON.writeValueAsString(requirements);
    }

    @Override
    public List<Requirement> convertToEntityAttribute(String json) {
        return List.of(JSON.readValue(json, Requirement[].class));
    }
}
