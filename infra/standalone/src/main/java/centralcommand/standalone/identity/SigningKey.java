package centralcommand.standalone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that signs every token; kept in the data folder, so tokens outlive a restart. To change it, delete the file and start again. */
final class SigningKey {
    /** Good beyond 2030 (NIST SP 800-57 part 1), and RS256 is what every resource server expects unless told otherwise. */
    private static final int BITS = 3072;

    private SigningKey() {}

    static RSAKey open(Path file) {
        try {
            if (Files.exists(file)) {
                return RSAKey.parse(Files.readString(file));
            }
            RSAKey made = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            OwnerOnlyFile.write(file, made.toJSONString().getBytes(StandardCharsets.UTF_8));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The signing key in %s cannot be used".formatted(file), e);
        }
    }
}
