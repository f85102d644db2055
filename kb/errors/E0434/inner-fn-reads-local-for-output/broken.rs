pub fn print_table(rows: &[(&str, f64)], width: usize) {
    fn print_row(name: &str, value: f64) {
        println!("{name:width$} {value:>8.2}");
    }

    for (name, value) in rows {
        print_row(name, *value);
    }
    print_row("total", rows.iter().map(|row| row.1).sum());
}
