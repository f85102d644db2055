pub fn retry_delays(limit: u32) -> Box<dyn Iterator<Item = u32>> {
    Box::new(
        (0..8)
            .map(|attempt| 1 << attempt)
            .take_while(move |&delay| delay < limit),
    )
}
