fn main() {
    let selected: Option<u32> = None;
    let rows = ["alpha", "beta"];
    if selected.is_none() {
        println!("choose one of {} rows", rows.len());
    }
}
