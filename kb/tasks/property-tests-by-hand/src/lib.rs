//! Run-length coding of bytes, and properties that hold for every input.

/// Encode as pairs of a count (1 to 255) and a byte.
pub fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut encoded = Vec::new();
    for run in bytes.chunk_by(|a, b| a == b) {
        for part in run.chunks(usize::from(u8::MAX)) {
            let count = u8::try_from(part.len()).expect("chunks are no longer");
            encoded.extend([count, part[0]]);
        }
    }
    encoded
}

/// Undo [`encode`]; `None` for what it cannot have made.
pub fn decode(encoded: &[u8]) -> Option<Vec<u8>> {
    let (pairs, []) = encoded.as_chunks::<2>() else {
        return None;
    };
    let mut bytes = Vec::new();
    for &[count, byte] in pairs {
        if count == 0 {
            return None;
        }
        bytes.extend(std::iter::repeat_n(byte, usize::from(count)));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator (xorshift64*): good enough for tests, and always the same for a seed.
    struct Generator(u64);

    impl Generator {
        fn new(seed: u64) -> Self {
            // The state must not be zero.
            Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
        }

        fn next(&mut self) -> u64 {
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
        }

        fn below(&mut self, end: u64) -> u64 {
            ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
        }

        /// Bytes in runs, some of them long; often none at all.
        fn bytes(&mut self) -> Vec<u8> {
            let mut bytes = Vec::new();
            for _ in 0..self.below(6) {
                let longest = [1, 3, 255, 600][self.below(4) as usize];
                let byte = [0, 1, b'a', u8::MAX][self.below(4) as usize];
                let length = 1 + self.below(longest) as usize;
                bytes.extend(std::iter::repeat_n(byte, length));
            }
            bytes
        }
    }

    /// Check a property on many inputs; the message names the seed that fails.
    #[track_caller]
    fn for_all(property: impl Fn(&[u8]) -> bool) {
        for seed in 0..2_000 {
            let bytes = Generator::new(seed).bytes();
            assert!(
                property(&bytes),
                "seed {seed}, {} bytes: {bytes:?}",
                bytes.len()
            );
        }
    }

    #[test]
    fn decoding_gives_back_what_was_encoded() {
        for_all(|bytes| decode(&encode(bytes)).as_deref() == Some(bytes));
    }

    #[test]
    fn it_is_never_more_than_twice_as_long() {
        for_all(|bytes| encode(bytes).len() <= 2 * bytes.len());
    }

    #[test]
    fn neighbours_differ_unless_the_count_is_full() {
        for_all(|bytes| {
            let encoded = encode(bytes);
            let (pairs, _) = encoded.as_chunks::<2>();
            pairs
                .windows(2)
                .all(|w| w[0][1] != w[1][1] || w[0][0] == u8::MAX)
        });
    }

    #[test]
    fn any_bytes_can_be_decoded_without_a_panic() {
        for_all(|bytes| match decode(bytes) {
            Some(decoded) => decoded.len() >= bytes.len() / 2,
            None => bytes.len() % 2 == 1 || bytes.iter().step_by(2).any(|&count| count == 0),
        });
    }

    #[test]
    fn the_generator_reaches_the_awkward_inputs() {
        let inputs: Vec<_> = (0..2_000)
            .map(|seed| Generator::new(seed).bytes())
            .collect();
        assert!(inputs.iter().any(Vec::is_empty));
        assert!(inputs.iter().any(|bytes| bytes.len() > 512));
        assert!(
            inputs
                .iter()
                .any(|bytes| bytes.chunk_by(|a, b| a == b).any(|run| run.len() > 255))
        );
    }
}
