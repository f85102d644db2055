fn main() {
    let selected = None;
    let rows = ["alpha", "beta"];
    if selected.is_none() {
        println!("choose one of {} rows", rows.len());
    }
}
