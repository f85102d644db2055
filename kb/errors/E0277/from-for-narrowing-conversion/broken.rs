pub struct Summary {
    pub lines: u32,
    pub longest: usize,
}

pub fn summarize(text: &str) -> Summary {
    let lines = u32::from(text.lines().count());
    let longest = text.lines().map(str::len).max().unwrap_or(0);
    Summary { lines, longest }
}
