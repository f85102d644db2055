#[derive(Default)]
pub struct Journal {
    entries: Box<Vec<String>>,
}

impl Journal {
    pub fn add(&mut self, entry: &str) {
        self.entries.push(entry.to_string());
    }
}

fn main() {
    let mut journal = Journal::default();
    journal.add("started");
    println!("{}", journal.entries.len());
}
