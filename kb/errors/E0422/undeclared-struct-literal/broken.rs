use std::collections::HashMap;

pub fn first_chunk(len: usize) -> HashMap<&'static str, usize> {
    let chunk = Range {
        start: 0,
        end: len.min(1024),
    };
    HashMap::from([("start", chunk.start), ("end", chunk.end)])
}
