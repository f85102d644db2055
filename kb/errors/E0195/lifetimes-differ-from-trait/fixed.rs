pub trait Pick {
    fn pick<'a, 'b: 'a>(&self, custom: &'a str, default: &'b str) -> &'a str;
}

pub struct NonEmpty;

impl Pick for NonEmpty {
    fn pick<'a, 'b: 'a>(&self, custom: &'a str, default: &'b str) -> &'a str {
        if custom.is_empty() { default } else { custom }
    }
}
