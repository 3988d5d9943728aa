package counterexample;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface ForgetfulRepository {

    @NativeQuery("select count(*) from ticket")
    long byNativeQuery();

    @Query(value = "select count(*) from ticket", nativeQuery = true)
    long byFlag();
}
