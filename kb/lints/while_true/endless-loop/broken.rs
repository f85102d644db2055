pub fn digits(mut number: u32) -> u32 {
    let mut count = 0;
    while true {
        count += 1;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    count
}
