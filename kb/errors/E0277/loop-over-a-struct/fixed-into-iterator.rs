pub struct Playlist {
    pub title: String,
    pub seconds: Vec<u32>,
}

impl<'a> IntoIterator for &'a Playlist {
    type Item = &'a u32;
    type IntoIter = std::slice::Iter<'a, u32>;

    fn into_iter(self) -> Self::IntoIter {
        self.seconds.iter()
    }
}

pub fn duration(playlist: &Playlist) -> u32 {
    let mut total = 0;
    for seconds in playlist {
        total += seconds;
    }
    total
}
