trait Compare<'a, 'b> {
    fn same(self, other: &'b str) -> bool;
}

impl<'a, 'b> Compare<'a, 'b> for &'a String {
    fn same(self, other: &'b str) -> bool {
        self == other
    }
}

fn matches<T>(value: T, other: &str) -> bool
where
    for<'a, 'b> &'a T: Compare<'a, 'b>,
{
    (&value).same(other)
}

fn main() {
    println!("{}", matches("red".to_string(), "red"));
}
