fn seats(rows: u32, columns: u32) -> Vec<(u32, u32)> {
    (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (row, column)))
        .collect()
}

fn main() {
    println!("{} seats", seats(4, 6).len());
}
