pub fn merge(all: &mut Vec<String>, fresh: &mut Vec<String>) {
    all.extend(fresh.drain(..));
}
